import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";

export const metadata: Metadata = {
  title: "Worried about someone?",
  description: "What to say to somebody who may be in danger, what not to promise, and where to refer.",
};

export default function WorriedPage() {
  return (
    <>
      <PageHeader
        title="Worried about someone in your circle?"
        sub="You need not be certain, and you need not know the right words. Noticing, and saying so, is what helps."
      />
      <div className="mt-6">
        <ButtonLink href="/help-now" variant="primary" icon="life-buoy">
          People who answer now
        </ButtonLink>
      </div>
      <Section title="If it may be urgent">
        <div className="max-w-words space-y-3">
          <p>
            Somebody who says that they are about to end their life needs people beside them. If you know
            where they are, call the emergency number there, and stay in touch with them while help is on its
            way.
          </p>
          <p>
            If you do not know where they are, ask them. That is no breach of trust: it is what trust is for.
          </p>
        </div>
      </Section>
      <Section title="What to say">
        <ul className="max-w-words list-disc space-y-2 pl-5">
          <li>Say what you noticed: “You wrote that nothing is worth it. I keep thinking of that.”</li>
          <li>Ask plainly: “Do you think about ending your life?” Asking does not put the thought there.</li>
          <li>Listen more than you talk. You do not have to solve anything.</li>
          <li>Ask who else could be with them today, and offer to help them call.</li>
          <li>Come back tomorrow, as you said you would.</li>
        </ul>
      </Section>
      <Section title="What to leave out">
        <ul className="max-w-words list-disc space-y-2 pl-5">
          <li>Do not promise to keep it secret. Promise not to do anything behind their back.</li>
          <li>Do not argue about whether it is bad enough, and do not list what they have to be glad of.</li>
          <li>Do not promise that it will all be well, or that you will always be there.</li>
          <li>Do not carry it alone. The lines listen to those who worry, too.</li>
        </ul>
      </Section>
      <Section title="What Onward does, and does not">
        <div className="max-w-words space-y-3 text-muted">
          <p>
            Onward is not a crisis service. Nobody here watches what members write, and Onward never claims to
            know who is in danger. Where somebody's own words meet a short list, they alone are shown where
            people answer; Onward keeps no note of it, and nobody is told.
          </p>
          <p>
            So nobody has been called because of what you read. If you are worried, it is up to you to say so.
          </p>
        </div>
      </Section>
    </>
  );
}
