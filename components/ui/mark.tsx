/** Our mark, the drawing of `public/icon/icon.svg`: a sluice gate half raised between two posts, over water. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0b5f8a" />
      <path d="M6 6h4v20H6zM22 6h4v20h-4z" fill="#fff" />
      <path d="M12 6h8v10h-8z" fill="#9fd8f5" />
      <path
        d="M12 20.5c1.3-1.5 2.7-1.5 4 0s2.7 1.5 4 0M12 25c1.3-1.5 2.7-1.5 4 0s2.7 1.5 4 0"
        fill="none"
        stroke="#9fd8f5"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
