/** A moment as people say it, with the exact one on hover. Takes what `sayMoment` (lib/dates) answers. */
export function Time({
  moment,
  className,
}: {
  moment: { said: string; exact: string; iso: string };
  className?: string;
}) {
  return (
    <time dateTime={moment.iso} title={moment.exact} className={className}>
      {moment.said}
    </time>
  );
}
