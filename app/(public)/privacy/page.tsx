import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";

export const metadata: Metadata = {
  title: "Privacy",
  description: "What Onward keeps, who can read it, and what it cannot promise.",
};

export default function PrivacyPage() {
  return (
    <>
      <PageHeader
        title="Privacy"
        sub="What Onward keeps, who can read it, and what it cannot promise. It is written to be checked against the code, which is open."
      />

      <Part title="In short">
        <p>
          What you write is yours alone in Onward until you share it. What you share goes to one circle, as a
          copy of exactly what you saw before you sent it. Nobody outside of your circles sees you at all.
        </p>
        <p>
          Onward runs on a computer that belongs to somebody. Most of what you write lies sealed in its
          database, but whoever runs it has the key. If you would not trust them with a diary, do not keep it
          here.
        </p>
      </Part>

      <Part title="What is kept">
        <List
          items={[
            "Your account: your e-mail address, the name that circles see first, your time zone, how you like pages to look, and when you said that you are 18 or older. Your password is kept only as an argon2id hash, from which it cannot be read; until you confirm your address, with a mark of 12 bits, by which your account is found among others that strangers may have opened with it.",
            "What you write: setbacks with their feelings and what became of them (a page to yourself, guided writing, exercises, thoughts looked at again, reasons, what you said on looking back, questions to practise), letters for feedback and what was answered, experiments, if-then plans, what you are learning, what you planned for a week and what you pictured, your evidence jar, goals and the days you logged, wins with the pictures that you put beside them (made anew, without where and when they were taken), and drafts of what you have not sent yet.",
            "Circles: their name, purpose, agreements and meeting time; who sits in them under which alias and since when; posts, warm signals and replies, with their times.",
            "What waits for you in your circles, as its kind and its place, and about which kinds of setback you said that you are willing to be asked. Nobody else sees either, or learns that you were asked.",
            "A private note of what you shared where, so that you can take it back. Nobody in the circle sees what a post was made from: which setback, experiment, plan, letter, goal or win.",
            "Links that you make for supporters: whom they are for, what goes, copies of what you chose of setbacks, when each was opened (and not by whom or from where), and the notes that were left for you. All words of it lie sealed.",
            "If you sign in through another site, such as Google: which one, and the number by which it knows you. It learns that you sign in here and when, and nothing of what you write.",
            "If you use them: of a passkey, its name, when it was used, and the half that checks a signature and can make none; of one-time codes, the secret of your app, sealed with a key that is not in the database, and hashes of your recovery codes.",
            "A list of what happened to the safety of your account: that you signed in or out, changed your password or address, made an invitation, or were asked to leave a circle, when, and with which browser. It holds nothing that anybody wrote, nobody can change it, and it goes with your account.",
            "One row for each browser that is signed in, with what it called itself (“Firefox on Linux”), since when, and when it was last used, give or take an hour. No network address is kept in the database; how often somebody tried something lately is counted under a sealed name, and cleared away within two hours.",
          ]}
        />
      </Part>

      <Part title="Who can read it">
        <List
          items={[
            "Setbacks and everything that became of them, letters, experiments, plans, the evidence jar, goals, wins and drafts: you. The database itself refuses them to every other member, not only the pages.",
            "Posts, replies and warm signals: those who sit in that circle at the time. Whoever leaves or is asked to leave sees nothing of it from the next moment on; what they had said stays in the circle under their alias, unless they took it back before.",
            "Your e-mail address: you. No member sees it, and nobody can look you up by it.",
            "An employer's name in what you share: it is replaced by words like “a company in logistics”, unless you decide otherwise. People may still guess from the rest, so read the preview with their eyes.",
            "Where you are signed in, and what happened to your account: you. Settings shows both, and signs any other device out.",
            "Check-ins and commitments: those who sit in that circle at the time. If you make an address for your calendar program, whoever knows it sees when your circles meet, on which days you have something open, and when you planned something: no names, and nothing that anybody wrote. You can make a new one, or stop it, at any time.",
            "What you chose for a supporter: whoever holds that link, until it ends by itself or you end it, and nobody afterwards. You see it as they will before there is a link.",
            "Where words that you just kept may say that a life is in danger, you alone see where people answer. That is remembered by your own browser for a week, sealed, so as not to repeat itself, and by nothing and nobody else.",
            "Whoever blocks somebody alone knows of it; the two see nothing of each other. What you report goes to the moderators of this place, with what stood around it, sealed: they see that and nothing else. Nobody in the circle learns of it, and it is taken out 90 days after they decided, also where its author has deleted it meanwhile.",
            "An invitation shows the circle's name, purpose, agreements and meeting time to whoever holds the link. It shows neither members nor posts.",
          ]}
        />
      </Part>

      <Part title="Whoever runs this place">
        <p>
          What you write about a setback, what became of it, what it felt like, your letters, plans,
          experiments and evidence jar, what you typed and did not send, and pictures beside wins, lie sealed
          in the database, with a key of your own: a copy of the database alone does not tell them to anyone.
          Goals (also those that you make of something to learn or of a reason, whose words then stand in the
          goal’s name), wins and what you share in circles are not sealed. The operator, and anyone who takes
          over their server while it runs, can technically read everything except passwords, because the
          server opens your words for you. They can also change the program. When your account is erased, your
          key goes with it; backups from before hold it until they are deleted. Onward's own log holds the
          causes of errors and no words of yours; where no mail server is set up, mails are written to a
          folder, with their addresses and links, and taken out after 30 days, also when an account is erased
          before. A web server in front of Onward may keep a log of network addresses, as most do.
        </p>
      </Part>

      <Part title="Links, mail and secrets">
        <List
          items={[
            "Links that confirm an address or set a new password work once and for a limited time, and only their hash is kept. Following one ends the others.",
            "An invitation's link cannot be read from the database either: only its hash is there, and the link is worked out again with a secret of this installation.",
            "Mails carry a link and nothing that anybody wrote, and their subjects give nothing away. One that could not be sent yet waits sealed, for 30 days at most.",
            "If you are signed out while you write, your words wait for an hour, sealed with a key that only your browser holds.",
          ]}
        />
      </Part>

      <Part title="Cookies, and what stays in your browser">
        <List
          items={[
            "onward.session keeps you signed in, for at most 90 days, and no longer than 14 days after you last came by. Its name begins with __Host- where the address is https. Signing out ends it on the server too.",
            "onward.former notes which session was signed out last, for at most 90 days. It opens nothing: words sent afterwards from a page that was left open wait for the one who wrote them.",
            "onward.look remembers how you like pages to look.",
            "onward.second-step, onward.passkey and onward.new-passkey hold a place while you sign in or add a passkey, for ten minutes.",
            "onward.new-codes and onward.recovery-codes hold, sealed, what you are shown once while you set up one-time codes, for a quarter of an hour.",
            "onward.known notes, sealed, which accounts were signed in to in this browser, for at most 400 days. It opens nothing: when strangers try passwords on your account, or open others with your address, it tells yours from theirs.",
            "onward.provider and onward.introduced last ten minutes each, sealed, while you come in through another site.",
            "onward.parked is the key to words that wait for you to sign in again. It lasts an hour.",
            "If you switch off the shortcuts of a single key, your browser notes that for itself, as onward.single-keys.",
          ]}
        />
        <p>
          There are no others. Onward loads nothing from anywhere else: no analytics, no fonts, no scripts, no
          pictures of third parties. Pages for members ask browsers not to keep them and search engines not to
          list them.
        </p>
      </Part>

      <Part title="Taking back and deleting">
        <List
          items={[
            "A post or a reply can be taken back at any time. Its words are gone at once; where others had replied, an empty place marked “taken back” remains for as long as one of their replies does.",
            "Setbacks, thoughts looked at again, reasons, questions to practise, letters and templates, experiments, plans, what you are learning, what is in your evidence jar, goals and wins can be deleted, and the deletion can be undone right afterwards. 30 days later it is wiped for good. With a setback goes what you wrote about it on its own pages: feelings, your page to yourself, guided writing, exercises, thoughts, reasons, and what you said on looking back.",
            "A page of guided writing, an exercise, and words that were not sent when you start afresh are deleted for good at once: nothing brings them back.",
            "A draft that you have not touched for 180 days is wiped too.",
            "Deleting does not take back what you shared of a setback, an experiment, a plan, what you are learning, a letter, a goal or a win: that is a copy, and stays in your circles until you take it back there.",
            "An account whose e-mail address nobody confirmed, which nobody used for 30 days, and in which nothing was ever written is wiped. If you wrote anything, or sat in a circle, your account stays.",
            "You can delete your whole account in Settings. You are signed out everywhere at once; for seven days your circles see what they saw, and signing in keeps the account. Then everything of yours is erased, in circles too. Where others had answered a post of yours, an empty place without a name remains for as long as their answers do. What remains for good is a hash of your account's number, by which a restored backup knows whom it must not bring back.",
            "Backups may hold what was erased for as long as they are kept.",
            "Everything of yours can be taken along in one file at any time, in Settings: what you wrote and said, in circles that you left too, and what is kept about your account. What others wrote, their replies to you included, is theirs and not in it. That works also while moderators let your account rest, or have closed it.",
          ]}
        />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title}>
      <div className="space-y-3.5">{children}</div>
    </Section>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul className="list-disc space-y-2.5 pl-5 marker:text-control">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
