/** The product's mark, as on its icon: a bamboo shoot (pucuk rebung) of the Minangkabau weave. */
export function Mark({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 512 512" aria-hidden>
      <rect width="512" height="512" rx="112" fill="#0B5CAD" />
      <path d="M256 70C292 186 376 300 404 408H108C136 300 220 186 256 70Z" fill="#FFFFFF" />
      <path d="M256 176C282 254 336 330 354 408H158C176 330 230 254 256 176Z" fill="#0B5CAD" />
      <path d="M256 268C270 316 298 362 308 408H204C214 362 242 316 256 268Z" fill="#FFC83D" />
      <rect x="108" y="424" width="296" height="20" rx="10" fill="#FFFFFF" />
    </svg>
  );
}
