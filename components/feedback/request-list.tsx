import { Link } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { Section } from "@/components/ui/section";
import type { RequestLine } from "@/lib/feedback/queries";
import type { State } from "@/lib/feedback/rules";

const titles: Record<State, string> = {
  drafted: "Drafted, not sent yet",
  asked: "Asked",
  answered: "Answered",
  silent: "Ended in silence",
};

/** Requests by what has become of them. Nothing is counted. */
export function RequestList({ groups }: { groups: { state: State; requests: RequestLine[] }[] }) {
  return groups.map(({ state, requests }) => (
    <Section key={state} title={titles[state]}>
      <ul className="border-line border-t">
        {requests.map((request) => (
          <li key={request.id} className="border-line border-b">
            <Link
              href={`/feedback/${request.id}`}
              className="gentle group -mx-3 block rounded-xl px-3 py-4 hover:bg-card"
            >
              <span className="font-medium group-hover:text-sage">{request.title}</span>
              <span className="wrap-anywhere block text-muted">
                From {request.name === null ? request.one : <Name>{request.name}</Name>}
              </span>
              {request.due && (
                <span className="block text-muted text-sm">
                  A short reminder could go out now, if you like. Once is enough.
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
