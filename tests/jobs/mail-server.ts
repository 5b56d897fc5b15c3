import { type AddressInfo, createServer } from "node:net";
import { SMTPServer } from "smtp-server";

/** How a mail server takes what it is sent. */
type Mood =
  | "well"
  | "busy"
  | "refuses the recipient"
  | "refuses the mail"
  | "says nothing"
  | "takes it and says nothing";

/** A mail server of a test's own, in whatever mood the test needs. */
export async function aMailServer() {
  const unanswered: (() => void)[] = [];
  const place = {
    mood: "well" as Mood,
    asked: 0,
    /** With how many it is speaking. */
    open: 0,
    mails: [] as string[],
    /** Answers, after all and as it is in the mood for by now, everybody whom it left without an answer. */
    goOn: () => {
      for (const answer of unanswered.splice(0)) answer();
    },
  };
  const no = (responseCode: number) => Object.assign(new Error("No."), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onConnect(_session, answer) {
      place.open++;
      answer();
    },
    onClose: () => void place.open--,
    onRcptTo(_address, _session, answer) {
      place.asked++;
      const reply = () => {
        if (place.mood === "busy") return answer(no(451));
        if (place.mood === "refuses the recipient") return answer(no(550));
        answer();
      };
      if (place.mood === "says nothing") unanswered.push(reply);
      else reply();
    },
    onData(stream, _session, answer) {
      let mail = "";
      stream.on("data", (chunk) => (mail += chunk));
      stream.on("end", () => {
        if (place.mood === "refuses the mail") return answer(no(554));
        place.mails.push(mail);
        if (place.mood === "takes it and says nothing") return void unanswered.push(answer);
        answer();
      });
    },
  });
  // A worker that is killed leaves its connection behind.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(place, {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}

/** An address of a mail server that is not there. */
export async function nobodysUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `smtp://127.0.0.1:${port}`;
}
