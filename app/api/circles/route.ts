import { listSeats } from "@/lib/memberships/queries";
import { read } from "@/lib/viewer";

/** The viewer's circles, for the keyboard's list of places: asked for when it opens, and no page carries them along. */
export async function GET(): Promise<Response> {
  const seats = await read(listSeats, { whileSuspended: true });
  return Response.json(seats.map(({ id, name }) => ({ id, name })));
}
