import { DeleteForGood } from "@/components/forms/delete-for-good";
import { deleteWriting } from "@/lib/writing/actions";

export function DeleteWriting({ session }: { session: { id: string; setbackId: string } }) {
  return (
    <div className="mt-11 border-line border-t pt-5" data-print="no">
      <DeleteForGood
        action={deleteWriting}
        about={{ sessionId: session.id, setbackId: session.setbackId }}
        summary="Delete this page"
        says="the page and every word on it are gone at once, and nobody can bring them back."
        label="Delete this page for good"
      />
    </div>
  );
}
