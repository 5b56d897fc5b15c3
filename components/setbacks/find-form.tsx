import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";

/** Looks through one's own setbacks. A plain form that asks the same page, so it works everywhere. */
export function FindForm({ asked }: { asked: string }) {
  return (
    <search className="mt-6">
      <form method="get" className="flex flex-wrap items-end gap-x-2.5 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <label htmlFor="q" className="mb-1 block w-fit font-medium">
            Find in your own words
          </label>
          <input
            id="q"
            name="q"
            type="search"
            key={asked}
            defaultValue={asked}
            autoComplete="off"
            enterKeyHint="search"
            className="control"
          />
        </div>
        <Button type="submit" className="min-h-12">
          Find
        </Button>
        {asked && (
          <p className="basis-full">
            <TextLink href="/setbacks">Show all of them</TextLink>
          </p>
        )}
      </form>
    </search>
  );
}
