import { notFound } from "next/navigation";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { page } from "@/components/layout/page";
import { Fold } from "@/components/ui/fold";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { PictureForm } from "@/components/wins/picture-form";
import { WinPicture } from "@/components/wins/win-picture";
import { findDraft } from "@/lib/drafts/queries";
import { read } from "@/lib/viewer";
import { sayWhatIsOnPicture, takePictureOff } from "@/lib/win-pictures/actions";
import { whyNotIn } from "@/lib/win-pictures/rules";
import { pictureDraftKey } from "@/lib/win-pictures/schema";
import { findWin } from "@/lib/wins/queries";

export default page("A win", async ({ params, searchParams }: PageProps<"/wins/[winId]">) => {
  const [{ winId }, asked] = [await params, await searchParams];
  const { win, typed } = await read(async (viewer) => {
    const win = (await findWin(viewer, winId)) ?? notFound();
    return { win, typed: await findDraft(viewer, pictureDraftKey(win.id)) };
  });
  const { picture } = win;
  const refused = whyNotIn(asked.refused);
  const form = (
    <PictureForm
      winId={win.id}
      refused={refused}
      alt={typed?.values.alt?.[0] ?? picture?.alt ?? null}
      hasPicture={picture !== null}
    />
  );
  return (
    <>
      <PageHeader
        title="A win"
        sub={`${win.said}. Only you read it, and a supporter whom you let see your wins. A picture beside it is seen by you alone.`}
        back={{ href: "/wins", label: "Wins" }}
      />
      {asked.picture === "kept" && picture && (
        <div className="mb-6">
          <Notice live>Your picture is kept, beside your words.</Notice>
        </div>
      )}
      <Prose words={wordsToDraw(win.body)} size="letter" />
      {picture ? (
        <>
          <WinPicture picture={picture} />
          <Section title="The picture">
            <Form action={sayWhatIsOnPicture} label="What is on the picture">
              <HiddenField name="winId" value={win.id} />
              <TextField
                name="alt"
                label="What is on it, in a few words"
                hint="For whoever cannot see it. It may stay empty."
                defaultValue={picture.alt}
                autoComplete="off"
              />
              <SubmitButton pendingText="Saving">Save these words</SubmitButton>
            </Form>
            <div className="mt-6 flex flex-col items-start gap-3">
              <Fold summary="Take another picture" look="button" open={refused !== null}>
                {form}
              </Fold>
              <Press
                action={takePictureOff}
                about={{ winId: win.id }}
                says="Take the picture off"
                label="Take the picture off"
              />
            </div>
          </Section>
        </>
      ) : (
        <Section title="A picture beside it, if you like">{form}</Section>
      )}
    </>
  );
});
