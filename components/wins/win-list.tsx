import { Press } from "@/components/forms/press";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { WinPicture } from "@/components/wins/win-picture";
import { byMonth, sayMonth } from "@/lib/dates";
import { excerptOf } from "@/lib/excerpt";
import { deleteWin, putWinInJar } from "@/lib/wins/actions";
import type { WinCard } from "@/lib/wins/queries";

type Props = {
  wins: WinCard[];
  /** The circles in which the viewer sits. */
  circles: string[];
};

/** Wins by month, newest first. Each can be put in a circle that it is not in yet. */
export function WinList({ wins, circles }: Props) {
  const isEverywhere = (win: WinCard) =>
    circles.length > 0 && circles.every((circle) => win.circles.includes(circle));
  return byMonth(wins).map(({ month, rows }) => (
    <Section key={month} title={sayMonth(month)}>
      <ul>
        {rows.map((win) => (
          <li key={win.id} className="border-line border-t py-5 first:border-t-0 first:pt-1">
            <p className="text-muted text-sm">
              {win.said}
              {win.circles.length > 0 && ". You put it in a circle"}
            </p>
            <Prose words={wordsToDraw(win.body)} />
            {win.picture && <WinPicture picture={win.picture} />}
            <div className="mt-2 flex flex-wrap items-center gap-x-4">
              {!isEverywhere(win) && (
                <TextLink href={`/wins/${win.id}/share`} className="inline-flex min-h-11 items-center">
                  Put it in a circle
                </TextLink>
              )}
              <TextLink
                href={`/wins/${win.id}`}
                aria-label={`${win.picture ? "The picture" : "Add a picture"}: ${nameOf(win)}`}
                className="inline-flex min-h-11 items-center"
              >
                {win.picture ? "The picture" : "Add a picture"}
              </TextLink>
              {win.isInJar ? (
                <TextLink href="/jar" className="inline-flex min-h-11 items-center">
                  In your jar
                </TextLink>
              ) : (
                <Press
                  action={putWinInJar}
                  about={{ winId: win.id }}
                  says="Put it in the jar"
                  label={`Put it in the jar: ${nameOf(win)}`}
                />
              )}
              <Press
                action={deleteWin}
                about={{ winId: win.id }}
                says="Delete"
                label={`Delete the win: ${nameOf(win)}`}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  ));
}

/** Which win is meant, where several have the same buttons: a day may have more than one. */
const nameOf = ({ said, body }: WinCard) => `${said}, ${excerptOf(body, 40)}`;
