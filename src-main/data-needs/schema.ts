/** What visitors needed and whether they got it, as Block III of the SKD survey asks for it. */
import { z } from 'zod';

/** In the order of the survey's codes 1–4: as needed, not quite as needed, not obtained, not obtained yet. */
export const obtainedAnswers = ['yes', 'partly', 'no', 'not-yet'] as const;
export type Obtained = (typeof obtainedAnswers)[number];
export const needSources = ['publication', 'microdata', 'map', 'tabulation', 'website'] as const;
export type NeedSource = (typeof needSources)[number];

const year = z
  .number()
  .int()
  .min(1_800)
  .max(2_200)
  .nullish()
  .transform(value => value ?? null);
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform(value => value || null);

export const DataNeed = z
  .object({
    /** The data in the visitor's own words, such as "Indeks Pembangunan Manusia". */
    wanted: z.string().trim().min(2).max(300),
    areaCode: z
      .string()
      .regex(/^\d{4}$/)
      .nullish()
      .transform(value => value ?? null),
    areaName: text(120),
    yearFrom: year,
    yearTo: year,
    obtained: z.enum(obtainedAnswers),
    source: z
      .enum(needSources)
      .nullish()
      .transform(value => value ?? null),
    publicationId: z
      .uuid()
      .nullish()
      .transform(value => value ?? null),
    title: text(500),
    titleYear: year,
    /** Used for planning and evaluating national or regional development; asked of government only. */
    planning: z
      .boolean()
      .nullish()
      .transform(value => value ?? null),
    quality: z
      .number()
      .int()
      .min(1)
      .max(10)
      .nullish()
      .transform(value => value ?? null),
  })
  .refine(need => need.yearFrom === null || need.yearTo === null || need.yearFrom <= need.yearTo, {
    path: ['yearTo'],
    message: 'before yearFrom',
  });
export type DataNeed = z.output<typeof DataNeed>;
