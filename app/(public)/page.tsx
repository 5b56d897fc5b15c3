import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { LOOK_COOKIE, type Look, parseLook } from "@/lib/look";
import { mayBeSignedIn } from "@/lib/session";

export const metadata: Metadata = { title: { absolute: "Onward, a calm place to take a rejection" } };

export default async function LandingPage() {
  const inside = await mayBeSignedIn();
  const { theme } = parseLook((await cookies()).get(LOOK_COOKIE)?.value);
  return (
    <div data-wide>
      <div className="max-w-[44rem]">
        <h1 className="font-medium font-serif text-5xl tracking-[-0.02em]">
          A calm place to take a rejection, with a few people who get it
        </h1>
        <p className="mt-5 max-w-[56ch] text-lg text-muted">
          You were turned down, or you heard nothing at all. Write it down in under a minute. Keep it to
          yourself, or share as much of it as you choose with a small circle. Then, when you are ready, take
          one small step.
        </p>
        <p className="mt-7 flex flex-wrap items-center gap-2.5">
          {inside ? (
            <ButtonLink href="/today" variant="primary" size="large">
              Go to Today
            </ButtonLink>
          ) : (
            <>
              <ButtonLink href="/join" variant="primary" size="large">
                Join Onward
              </ButtonLink>
              <ButtonLink href="/sign-in" size="large">
                Sign in
              </ButtonLink>
            </>
          )}
        </p>
      </div>

      <figure className="mt-12 md:mt-16">
        <TodayPicture theme={theme} />
        <figcaption className="mt-3 text-muted text-sm">
          Today: one small step, the week in dots, and the newest from your circles. Setbacks stay folded
          away.
        </figcaption>
      </figure>

      <section aria-labelledby="how" className="mt-16 md:mt-24">
        <h2 id="how" className="font-medium font-serif text-3xl tracking-[-0.015em]">
          How it goes
        </h2>
        <ol className="mt-8 grid gap-x-12 gap-y-9 md:grid-cols-2">
          <Way icon="notebook-pen" title="Log a setback">
            One line is enough. It saves itself while you write, and nobody but you can see it in Onward until
            you share it.
          </Way>
          <Way icon="moon" title="Let it hurt first">
            On the day itself nobody asks you for reasons or lessons. A setback may rest for as long as it
            likes.
          </Way>
          <Way icon="users" title="Share as much as you choose">
            A circle is four to eight people who meet every week. You see exactly what they will see before it
            goes, the employer's name is left out unless you put it in, and you can take it back.
          </Way>
          <Way icon="ear" title="Say what you need">
            Just to be heard, or ideas, or both. A post that nobody has answered for a day is pointed out to
            whoever looks after the circle.
          </Way>
          <Way icon="sprout" title="Count effort, not outcomes">
            Keep a goal in a rhythm of your own: one application a day, one new contact a week, a walk. It can
            rest, and it can be made smaller. There is no streak to break.
          </Way>
          <Way icon="sparkles" title="Keep what went well">
            Asked for feedback, had a good talk, sent the tenth application: wins are mostly effort, and they
            are there on the days when you need them.
          </Way>
        </ol>
      </section>

      <section aria-labelledby="not" className="mt-16 grid gap-x-12 gap-y-8 md:mt-24 md:grid-cols-2">
        <div>
          <h2 id="not" className="font-medium font-serif text-3xl tracking-[-0.015em]">
            What it leaves out
          </h2>
          <ul className="mt-5 space-y-2.5">
            {[
              "No public profile, no feed, no search by name, address or employer.",
              "No ranking, no score of rejections, no streaks.",
              "No advertisements, no tracking, no third party, and no artificial intelligence.",
              "No promise about anybody's next job. We make no claim that it shortens the search.",
            ].map((line) => (
              <li key={line} className="flex gap-3">
                <Icon name="minus" className="mt-1 text-control" />
                {line}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2 className="font-medium font-serif text-3xl tracking-[-0.015em]">Who runs it</h2>
          <p className="mt-5 max-w-words">
            Onward is free software. A career centre, a bootcamp, a union or a group of friends can host it
            themselves, and whoever gave you this address does. What they can see, and what they cannot, is on
            the page about <TextLink href="/privacy">privacy</TextLink>.
          </p>
          <p className="mt-4 max-w-words">
            It is neither therapy nor a crisis service. If today is too heavy, there are{" "}
            <TextLink href="/help-now">people who answer</TextLink>.
          </p>
        </div>
      </section>

      <p className="mt-16 flex flex-wrap items-center gap-2.5 border-line border-t pt-10">
        <span className="mr-auto font-serif text-xl">You can begin with one line.</span>
        <ButtonLink href={inside ? "/setbacks/new" : "/join"} variant="primary" size="large">
          {inside ? "Log a setback" : "Join Onward"}
        </ButtonLink>
      </p>
    </div>
  );
}

function Way({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-4">
      <Icon name={icon} className="mt-0.5 size-6! text-sage" />
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-1 max-w-words text-muted">{children}</p>
      </div>
    </li>
  );
}

/** The real page, in the light that the reader has and at the size of their screen. */
function TodayPicture({ theme }: { theme: Look["theme"] }) {
  const of = (light: "light" | "dark", media?: string) => {
    const also = media ? ` and ${media}` : "";
    return (
      <>
        <source media={`(max-width: 40rem)${also}`} srcSet={`/images/today-phone-${light}.webp`} />
        <source media={`(min-width: 0)${also}`} srcSet={`/images/today-${light}.webp`} />
      </>
    );
  };
  return (
    <picture>
      {theme === "system" ? of("dark", "(prefers-color-scheme: dark)") : of(theme)}
      {theme === "system" && of("light")}
      <img
        src="/images/today-light.webp"
        alt="The page called Today: a greeting, one small step with the buttons Done, Make it smaller and Not today, three goals with dots for the days of the week, and two posts from a circle."
        className="aspect-[390/700] w-full rounded-2xl border border-line object-cover object-top sm:aspect-[1280/860]"
        width={1280}
        height={860}
      />
    </picture>
  );
}
