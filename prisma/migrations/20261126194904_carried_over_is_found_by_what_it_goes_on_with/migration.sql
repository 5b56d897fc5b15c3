-- Contracts: since 0.1.0 nothing writes what it refuses: the same rows are unique, looked up in another order.
-- DropIndex
DROP INDEX "commitments_circle_id_author_id_carried_from_key";

-- CreateIndex
CREATE UNIQUE INDEX "commitments_carried_from_circle_id_author_id_key" ON "commitments"("carried_from", "circle_id", "author_id");
