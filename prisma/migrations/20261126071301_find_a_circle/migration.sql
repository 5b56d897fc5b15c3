-- CreateEnum
CREATE TYPE "level" AS ENUM ('entry', 'mid', 'senior', 'changing');

-- CreateEnum
CREATE TYPE "pace" AS ENUM ('weekly', 'twice');

-- AlterTable
ALTER TABLE "circles" ADD COLUMN     "listed_at" TIMESTAMPTZ(3),
ADD COLUMN     "listed_words" TEXT,
ADD COLUMN     "matched_at" TIMESTAMPTZ(3),
ADD COLUMN     "pace" "pace" NOT NULL DEFAULT 'weekly',
ADD COLUMN     "takes_up_to" SMALLINT;

-- CreateTable
CREATE TABLE "seat_asks" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "is_welcome" BOOLEAN,

    CONSTRAINT "seat_asks_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateTable
CREATE TABLE "waits" (
    "user_id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL,
    "languages" TEXT[],
    "hours" TEXT[],
    "level" "level" NOT NULL,
    "field" TEXT NOT NULL DEFAULT '',
    "pace" "pace" NOT NULL,
    "need" "need" NOT NULL,
    "employer_mark" BYTEA,
    "can_hold" BOOLEAN NOT NULL DEFAULT false,
    "alias" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "rests_until" TIMESTAMPTZ(3),
    "silent_at" TIMESTAMPTZ(3),

    CONSTRAINT "waits_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "proposals" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "circle_id" UUID,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "pace" "pace" NOT NULL,
    "meeting_day" SMALLINT NOT NULL,
    "meeting_time" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "fields" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "alias" TEXT,
    "holds" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "seat_asks_user_id_idx" ON "seat_asks"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_asks_one_at_a_time" ON "seat_asks"("circle_id", "user_id") WHERE (answered_at is null);

-- CreateIndex
CREATE INDEX "waits_since_idx" ON "waits"("since") WHERE (since is not null);

-- CreateIndex
CREATE INDEX "proposals_id_idx" ON "proposals"("id");

-- CreateIndex
CREATE INDEX "proposals_circle_id_idx" ON "proposals"("circle_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposals_one_at_a_time" ON "proposals"("user_id") WHERE (ended_at is null);

-- AddForeignKey
ALTER TABLE "seat_asks" ADD CONSTRAINT "seat_asks_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_asks" ADD CONSTRAINT "seat_asks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waits" ADD CONSTRAINT "waits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
