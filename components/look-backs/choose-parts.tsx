import { Button } from "@/components/ui/button";
import { Fold } from "@/components/ui/fold";
import { further, type Part, partWords, usual } from "@/lib/look-backs/rules";

/** What stands on the page: asked for by its address, so that it is kept nowhere. It does not come along to paper. */
export function ChooseParts({ chosen }: { chosen: readonly Part[] }) {
  return (
    <div className="mt-11" data-print="no">
      <Fold summary="What is on this page">
        <form method="get" aria-label="What is on this page" className="flex flex-col gap-5">
          <input type="hidden" name="chosen" value="1" />
          <Boxes legend="Usually" of={usual} chosen={chosen} />
          <Boxes legend="Only if you want it here" of={further} chosen={chosen} />
          <Button type="submit" className="self-start">
            Show these
          </Button>
        </form>
      </Fold>
      <p className="mt-4 max-w-words text-muted text-sm">
        To have it on paper, print this page. Only you can see it.
      </p>
    </div>
  );
}

function Boxes({ legend, of, chosen }: { legend: string; of: readonly Part[]; chosen: readonly Part[] }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{legend}</legend>
      {of.map((part) => (
        <label key={part} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="part"
            value={part}
            defaultChecked={chosen.includes(part)}
            className="size-6 flex-none"
          />
          {partWords[part]}
        </label>
      ))}
    </fieldset>
  );
}
