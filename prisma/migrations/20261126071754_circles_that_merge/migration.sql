-- AlterTable
ALTER TABLE "circles" ADD COLUMN     "few_since" TIMESTAMPTZ(3),
ADD COLUMN     "few_told_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "merges" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "joining_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "merged_at" TIMESTAMPTZ(3),

    CONSTRAINT "merges_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateTable
CREATE TABLE "merge_consents" (
    "circle_id" UUID NOT NULL,
    "merge_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merge_consents_pkey" PRIMARY KEY ("circle_id","merge_id","user_id")
);

-- CreateIndex
CREATE INDEX "merges_joining_id_idx" ON "merges"("joining_id");

-- CreateIndex
CREATE INDEX "merge_consents_user_id_idx" ON "merge_consents"("user_id");

-- AddForeignKey
ALTER TABLE "merges" ADD CONSTRAINT "merges_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merges" ADD CONSTRAINT "merges_joining_id_fkey" FOREIGN KEY ("joining_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_consents" ADD CONSTRAINT "merge_consents_circle_id_merge_id_fkey" FOREIGN KEY ("circle_id", "merge_id") REFERENCES "merges"("circle_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merge_consents" ADD CONSTRAINT "merge_consents_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
