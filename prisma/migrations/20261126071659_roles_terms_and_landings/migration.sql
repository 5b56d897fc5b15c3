-- CreateEnum
CREATE TYPE "turn_role" AS ENUM ('facilitator', 'timekeeper');

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "keeps_time_since" TIMESTAMPTZ(3),
ADD COLUMN     "term_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "landings" (
    "circle_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "landed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shown_at" TIMESTAMPTZ(3),
    "support_at" TIMESTAMPTZ(3),

    CONSTRAINT "landings_pkey" PRIMARY KEY ("circle_id","user_id")
);

-- CreateTable
CREATE TABLE "rotations" (
    "circle_id" UUID NOT NULL,
    "every" SMALLINT NOT NULL,
    "starts_on" DATE NOT NULL,
    "seat" SMALLINT NOT NULL,
    "turned_on" DATE NOT NULL,

    CONSTRAINT "rotations_pkey" PRIMARY KEY ("circle_id")
);

-- CreateTable
CREATE TABLE "turn_swaps" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "week_on" DATE NOT NULL,
    "role" "turn_role" NOT NULL,
    "taken_by_id" UUID,
    "offered_by_id" UUID,
    "asked_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "turn_swaps_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateIndex
CREATE INDEX "landings_user_id_idx" ON "landings"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "turn_swaps_circle_id_week_on_role_key" ON "turn_swaps"("circle_id", "week_on", "role");

-- AddForeignKey
ALTER TABLE "landings" ADD CONSTRAINT "landings_circle_id_user_id_fkey" FOREIGN KEY ("circle_id", "user_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_circle_id_taken_by_id_fkey" FOREIGN KEY ("circle_id", "taken_by_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_circle_id_offered_by_id_fkey" FOREIGN KEY ("circle_id", "offered_by_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn_swaps" ADD CONSTRAINT "turn_swaps_circle_id_asked_id_fkey" FOREIGN KEY ("circle_id", "asked_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
