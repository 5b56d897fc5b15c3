import { EventList } from "@/components/accounts/event-list";
import { page } from "@/components/layout/page";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { listEvents } from "@/lib/security-events/queries";
import { read } from "@/lib/viewer";

export default page(
  "What happened to your account",
  async ({ searchParams }: PageProps<"/settings/history">) => {
    const { before } = await searchParams;
    const history = await read(
      (viewer) => listEvents(viewer, typeof before === "string" ? before : undefined),
      { whileSuspended: true },
    );
    return (
      <>
        <PageHeader
          title="What happened to your account"
          sub={
            <>
              Nobody can change or take out a line, and only you see them. If one was not you,{" "}
              <TextLink href="/settings/sign-in">sign out everywhere else</TextLink> and change your password.
            </>
          }
          back={{ href: "/settings", label: "Settings" }}
        />
        <EventList {...history} />
      </>
    );
  },
);
