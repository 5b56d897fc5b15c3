import { OfferAdviceForm } from "@/components/advising/offer-advice-form";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { listAdviceOffers } from "@/lib/advising/queries";
import { read } from "@/lib/viewer";

export default page("What you could be asked about", async () => {
  const offered = await read(listAdviceOffers);
  return (
    <>
      <PageHeader
        title="What you could be asked about"
        sub="Giving advice does good to whoever gives it, too."
        back={{ href: "/settings", label: "Settings" }}
      />
      <div className="mb-8 max-w-words space-y-3">
        <p>
          When somebody in one of your circles shares a setback and is open to ideas, you may be asked for a
          word, if you came through one of the same kind: you let it go, or it was more than a month ago. At
          most once a week, and you can leave it.
        </p>
        <p className="text-muted">
          Only you see what you choose here. Nobody learns that you were asked, or that you had such a
          setback.
        </p>
      </div>
      <OfferAdviceForm offered={offered} />
    </>
  );
});
