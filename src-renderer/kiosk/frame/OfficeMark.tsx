/** Three rising bamboo shoots (pucuak rabuang), which are a bar chart as well. */
export function OfficeMark() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden>
      <path d="M4 44 11 22l7 22z" fill="var(--green)" />
      <path d="M17 44 24 6l7 38z" fill="var(--blue)" />
      <path d="M30 44l7-28 7 28z" fill="var(--orange)" />
    </svg>
  );
}
