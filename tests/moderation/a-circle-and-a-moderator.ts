import { aCircle, aMember } from "../factories";
import { aModerator } from "../factories-of-safety";

/** Juniper holds a circle with Heron and Wren; Curlew is a moderator and sits nowhere. */
export async function aCircleAndAModerator() {
  const [juniper, heron, wren] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
  ]);
  return { juniper, heron, wren, curlew: await aModerator(), circle: await aCircle(juniper, [heron, wren]) };
}
