/** The sun coming up, and the name. */
export function Mark({ className = "" }: { className?: string }) {
  return (
    <span
      className={`inline-flex items-center gap-2.5 font-semibold font-serif text-[1.3125rem] leading-none tracking-[-0.01em] ${className}`}
    >
      <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true" className="flex-none fill-none">
        <path d="M1 20h28" className="stroke-control" strokeWidth="1.5" />
        <path d="M7 20a8 8 0 0 1 16 0" className="stroke-sage" strokeWidth="2.4" />
        <path
          d="M15 7V2M5 11 1.6 8.4M25 11l3.4-2.6"
          className="stroke-sage"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      Onward
    </span>
  );
}
