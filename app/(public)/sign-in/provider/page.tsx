import { page } from "@/components/layout/page";
import { IntroducedView, TroubleView } from "@/components/providers/introduced-view";
import { freshId } from "@/lib/ids";
import { findIntroduced } from "@/lib/providers/queries";
import { TROUBLES } from "@/lib/providers/rules";
import { readAsVisitor } from "@/lib/viewer";

export default page("Signing in elsewhere", async ({ searchParams }: PageProps<"/sign-in/provider">) => {
  const asked = (await searchParams).trouble;
  const { introduced, inside } = await readAsVisitor(async (visitor) => ({
    introduced: await findIntroduced(visitor),
    inside: visitor.viewer !== null,
  }));
  const trouble = TROUBLES.find((trouble) => trouble === asked);
  if (trouble || !introduced) return <TroubleView trouble={trouble ?? "over"} inside={inside} />;
  return <IntroducedView introduced={introduced} id={freshId()} />;
});
