-- AlterTable
ALTER TABLE "users" ADD COLUMN     "nudge_mails_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "advice_offers" (
    "user_id" UUID NOT NULL,
    "kind" "setback_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "advice_offers_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateIndex
CREATE INDEX "nudges_about_id_idx" ON "nudges"("about_id");

-- CreateIndex
CREATE INDEX "nudges_waiting_idx" ON "nudges"("user_id", "created_at" DESC) WHERE (done_at is null);

-- CreateIndex
CREATE INDEX "posts_created_at_idx" ON "posts"("created_at");

-- CreateIndex
CREATE INDEX "users_nudge_mails_at_idx" ON "users"("nudge_mails_at") WHERE (nudge_mails_at is not null);

-- AddForeignKey
ALTER TABLE "advice_offers" ADD CONSTRAINT "advice_offers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
