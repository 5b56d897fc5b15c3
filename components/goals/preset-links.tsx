import { Fold } from "@/components/ui/fold";
import { Link } from "@/components/ui/link";
import { first, type PresetName, presets, situations } from "@/lib/goals/presets";

/** Goals to begin with. Plain links, which fill the form and lead down to it. */
export function PresetLinks({ chosen }: { chosen: string | undefined }) {
  return (
    <nav aria-label="Goals to begin with" className="mt-6">
      <p className="text-muted">Begin with one of these, or with your own.</p>
      <Links names={first} chosen={chosen} />
      <p className="mt-6 mb-3 text-muted">Or with what tends to fit where you are just now.</p>
      <div className="grid gap-2.5">
        {situations.map(({ name, presets: names }) => (
          <Fold key={name} summary={name}>
            <Links names={names} chosen={chosen} />
          </Fold>
        ))}
      </div>
    </nav>
  );
}

const Links = ({ names, chosen }: { names: PresetName[]; chosen: string | undefined }) => (
  <ul className="mt-3 flex flex-wrap gap-2">
    {names.map((name) => (
      <li key={name}>
        <Link
          // Chosen, it is drawn anew, and so hands its focus on to where it leads (components/layout/keep-focus.tsx).
          key={name === chosen ? "chosen" : "offered"}
          href={`/goals/new?preset=${name}#goal`}
          replace
          aria-current={name === chosen ? "true" : undefined}
          className="inline-flex min-h-11 items-center rounded-full border border-line bg-card px-4 py-1.5 hover:border-control aria-current:border-sage aria-current:bg-sage-soft aria-current:text-sage"
        >
          {presets[name].link}
        </Link>
      </li>
    ))}
  </ul>
);
