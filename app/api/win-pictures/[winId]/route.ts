import { read } from "@/lib/viewer";
import { findPictureBytes } from "@/lib/win-pictures/queries";

/** A picture beside a win, for its member and nobody else. Whatever it was when it was sent, it is a WebP here. */
export async function GET(_request: Request, { params }: RouteContext<"/api/win-pictures/[winId]">) {
  const { winId } = await params;
  const picture = await read((viewer) => findPictureBytes(viewer, winId));
  const always = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow" };
  if (!picture) return new Response("There is nothing here.", { status: 404, headers: always });
  return new Response(picture, {
    headers: {
      ...always,
      "Content-Type": "image/webp",
      "Content-Disposition": 'inline; filename="picture.webp"',
      "X-Content-Type-Options": "nosniff",
    },
  });
}
