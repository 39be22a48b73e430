/** The product's mark: three rising bars in the statistics office's colours, like books on a shelf. */
export function Mark({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 34 34" role="img" aria-label="Loket PST">
      <rect x="3" y="13" width="8" height="18" rx="2" fill="var(--green)" />
      <rect x="13" y="3" width="8" height="28" rx="2" fill="var(--blue)" />
      <rect x="23" y="9" width="8" height="22" rx="2" fill="var(--orange)" />
    </svg>
  );
}
