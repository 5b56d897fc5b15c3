import { buttonClass } from "@/components/ui/button";
import { onwards } from "@/lib/accounts/rules";
import type { Provider } from "@/lib/providers/providers";

/** The ways in through somebody else, where the operator has set any up. */
export function ProviderLinks({ providers, next }: { providers: Provider[]; next: string }) {
  if (providers.length === 0) return null;
  return (
    <div className="mt-8 border-line border-t pt-6">
      <ul className="flex flex-wrap gap-3">
        {providers.map(({ key, name }) => (
          <li key={key}>
            {/* A whole request: its answer leads to another site. */}
            <a className={buttonClass({ variant: "quiet" })} href={`/api/auth/${key}${onwards(next)}`}>
              Continue with {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-words text-muted text-sm">
        They learn that you sign in here, and nothing of what you write. Whoever runs your account there can
        get in here with it: take none of an employer's.
      </p>
    </div>
  );
}
