import { VerifyNotice } from "@/components/accounts/verify-notice";
import { page } from "@/components/layout/page";
import { CodesOff, CodesOn } from "@/components/one-time-codes/codes-state";
import { NewCodesForm } from "@/components/one-time-codes/new-codes-form";
import { RecoveryCodes } from "@/components/one-time-codes/recovery-codes";
import { PageHeader } from "@/components/ui/page-header";
import { hasPassword } from "@/lib/accounts/queries";
import { findCodes, findNewCodes } from "@/lib/one-time-codes/queries";
import { read } from "@/lib/viewer";

export default page("One-time codes", async () => {
  const { codes, fresh, password, verifiedAt } = await read(
    async (viewer) => ({
      codes: await findCodes(viewer),
      fresh: await findNewCodes(viewer),
      password: await hasPassword(viewer),
      verifiedAt: viewer.verifiedAt,
    }),
    { whileSuspended: true },
  );
  return (
    <>
      <PageHeader
        title="One-time codes"
        sub="A second proof when you sign in: six digits that an app on your phone shows, new every half minute. With only your password, nobody gets in."
        back={{ href: "/settings/sign-in", label: "Signing in" }}
      />
      {codes.since ? (
        fresh.paper ? (
          <RecoveryCodes codes={fresh.paper} />
        ) : (
          <CodesOn since={codes.since} left={codes.left} hasPassword={password} />
        )
      ) : !verifiedAt ? (
        <VerifyNotice verifiedAt={verifiedAt} />
      ) : fresh.app ? (
        <NewCodesForm app={fresh.app} />
      ) : (
        <CodesOff hasPassword={password} />
      )}
    </>
  );
});
