/** The sign of public/icon.svg, in the colours of the theme. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M8 10h12M12 16h7M12 22h4M24.8 21.8l2.4 2.4" />
        <circle cx="21.5" cy="18.5" r="4.3" />
      </g>
    </svg>
  );
}
