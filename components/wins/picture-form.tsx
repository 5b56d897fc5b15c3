import { TextField } from "@/components/forms/text-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ACCEPTED, MOST_MEGABYTES, type WhyNot, whyNot } from "@/lib/win-pictures/rules";
import { pictureDraftKey } from "@/lib/win-pictures/schema";

type Props = {
  winId: string;
  /** Why the picture that was just sent was not kept. */
  refused: WhyNot | null;
  /** What was typed beside it. */
  alt: string | null;
  /** There is one already, in whose place this one comes. */
  hasPicture: boolean;
};

/**
 * A plain form, with JavaScript too: what it sends is too large for an action (docs/decisions/0028). The words stand
 * before the picture, so that they arrive first.
 */
export function PictureForm({ winId, refused, alt, hasPicture }: Props) {
  return (
    <>
      {refused && (
        <div className="mb-6" role="alert">
          <Notice tone="care">{whyNot[refused]}</Notice>
        </div>
      )}
      <form
        action="/api/win-pictures"
        method="post"
        encType="multipart/form-data"
        aria-label={hasPicture ? "Take another picture" : "Add a picture"}
        className="flex flex-col gap-6"
      >
        <input type="hidden" name="draftKey" value={pictureDraftKey(winId)} />
        <input type="hidden" name="winId" value={winId} />
        <TextField
          name="alt"
          label="What is on it, in a few words"
          hint="For whoever cannot see it, and for you where pictures do not load. It may stay empty."
          defaultValue={alt}
          autoComplete="off"
        />
        <div>
          <label htmlFor="picture" className="mb-1 block w-fit font-medium">
            Picture
          </label>
          <p id="picture-hint" className="-mt-0.5 mb-2 max-w-words text-muted text-sm">
            JPEG, PNG or WebP, at most {MOST_MEGABYTES} MB. Where and when it was taken is left out, and only
            you can see it.
          </p>
          <input
            id="picture"
            name="picture"
            type="file"
            accept={ACCEPTED}
            required
            aria-describedby="picture-hint"
            className="block min-h-11 w-full max-w-full text-sm file:me-4 file:min-h-11 file:rounded-full file:border file:border-control file:bg-transparent file:px-4.5 file:font-semibold"
          />
        </div>
        <Button type="submit" className="self-start">
          {hasPicture ? "Put this one in its place" : "Add this picture"}
        </Button>
      </form>
    </>
  );
}
