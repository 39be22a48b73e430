/** Every address a screen asks. A page shares one origin with its station or headquarters, whichever door serves it. */
export const origin = location.origin;
export const hqOrigin = `${origin}/api/hq`;
export const changesPath = `${origin}/api/changes`;
export const slipImagePath = (slipId: string) => `${origin}/api/slips/${slipId}/image`;
export const ticketImagePath = (submissionId: string) => `${origin}/api/visits/tickets/${submissionId}/image`;
export const formImagePath = (photocopyId: string) =>
  `${origin}/api/photocopies/requested/${photocopyId}/image`;
export const labelsPath = (kind: string, query: Record<string, string | number>) =>
  `${origin}/api/labels/${kind}?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))}`;
export const coverPath = (publicationId: string) => `${origin}/api/publications/${publicationId}/cover`;
export const pdfPath = (publicationId: string) => `${origin}/api/publications/${publicationId}/pdf`;
export const parcelPath = `${origin}/api/sync/parcel`;
export const requestAnswerPath = (id: string) => `${origin}/api/requests/${id}/answer`;
export const importFilePath = (name: string) =>
  `${origin}/api/imports/files?name=${encodeURIComponent(name)}`;
