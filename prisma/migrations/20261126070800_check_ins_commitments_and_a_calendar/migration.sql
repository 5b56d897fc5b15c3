-- CreateEnum
CREATE TYPE "check_in_word" AS ENUM ('heavy', 'slow', 'mixed', 'steady', 'light', 'resting');

-- CreateEnum
CREATE TYPE "commitment_outcome" AS ENUM ('kept', 'partly', 'not_this_week', 'changed');

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "user_id" UUID NOT NULL,
    "address_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "check_ins" (
    "circle_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "word" "check_in_word" NOT NULL,
    "line" TEXT,
    "need" "need" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_ins_pkey" PRIMARY KEY ("circle_id","author_id","week")
);

-- CreateTable
CREATE TABLE "commitments" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "week" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "by_day" DATE,
    "outcome" "commitment_outcome",
    "outcome_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "carried_from" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commitments_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_secret_hash_key" ON "calendar_feeds"("secret_hash");

-- CreateIndex
CREATE INDEX "check_ins_circle_id_week_idx" ON "check_ins"("circle_id", "week");

-- CreateIndex
CREATE INDEX "commitments_circle_id_author_id_week_idx" ON "commitments"("circle_id", "author_id", "week");

-- CreateIndex
CREATE INDEX "commitments_circle_id_week_idx" ON "commitments"("circle_id", "week");

-- CreateIndex
CREATE UNIQUE INDEX "commitments_circle_id_author_id_carried_from_key" ON "commitments"("circle_id", "author_id", "carried_from");

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_circle_id_author_id_fkey" FOREIGN KEY ("circle_id", "author_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_circle_id_author_id_fkey" FOREIGN KEY ("circle_id", "author_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
