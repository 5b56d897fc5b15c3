import { encode } from "uqr";

/** A text as a picture for a camera. Dark on light by night too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-56 max-w-full rounded-2xl border border-line bg-camera-paper text-camera-ink"
    >
      <path d={squares.join("")} fill="currentColor" />
    </svg>
  );
}
