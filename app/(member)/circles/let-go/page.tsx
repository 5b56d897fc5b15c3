import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { countCircles } from "@/lib/circles/queries";
import { read } from "@/lib/viewer";

/** Where somebody arrives who let their seat go. It names no circle: they see nothing of it any more. */
export default page("Your seat is free", async () => {
  const circles = await read((viewer) => countCircles(viewer));
  return (
    <>
      <PageHeader
        title="Your seat is free"
        sub="Nobody was told, and you owe nobody a reason. Thank you for having been there."
      />
      <p className="max-w-words">
        The way back stays open: whoever is in the circle can invite you again, whenever you like, and you sit
        there as if you had never been away. What you keep for yourself here is untouched.
      </p>
      <p className="mt-8">
        <ButtonLink href={circles > 0 ? "/circles" : "/today"} variant="primary">
          {circles > 0 ? "Your circles" : "To your day"}
        </ButtonLink>
      </p>
    </>
  );
});
