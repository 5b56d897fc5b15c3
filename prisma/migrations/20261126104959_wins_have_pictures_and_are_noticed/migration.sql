-- CreateEnum
CREATE TYPE "noticed_win_kind" AS ENUM ('asked_feedback', 'first_interview', 'final_round', 'ten_applications', 'came_back', 'helped', 'plan_done');

-- CreateEnum
CREATE TYPE "noticed_answer" AS ENUM ('kept', 'not_for_me');

-- CreateTable
CREATE TABLE "win_pictures" (
    "user_id" UUID NOT NULL,
    "win_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "picture" BYTEA NOT NULL,
    "alt" TEXT,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "win_pictures_pkey" PRIMARY KEY ("user_id","win_id")
);

-- CreateTable
CREATE TABLE "noticed_wins" (
    "user_id" UUID NOT NULL,
    "kind" "noticed_win_kind" NOT NULL,
    "occasion" TEXT NOT NULL,
    "answer" "noticed_answer" NOT NULL,
    "win_id" UUID,
    "answered_on" DATE NOT NULL,

    CONSTRAINT "noticed_wins_pkey" PRIMARY KEY ("user_id","kind","occasion")
);

-- CreateTable
CREATE TABLE "declined_steps" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "declined_steps_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "win_pictures" ADD CONSTRAINT "win_pictures_user_id_win_id_fkey" FOREIGN KEY ("user_id", "win_id") REFERENCES "wins"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "noticed_wins" ADD CONSTRAINT "noticed_wins_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declined_steps" ADD CONSTRAINT "declined_steps_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A picture is made small before it is kept (lib/win-pictures); nothing larger comes in by another way.
ALTER TABLE "win_pictures" ADD CONSTRAINT "win_pictures_are_small" CHECK (octet_length("picture") <= 4000000);
