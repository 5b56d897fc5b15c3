-- CreateEnum
CREATE TYPE "today_section" AS ENUM ('step', 'week', 'circles', 'days', 'pictures', 'setbacks');

-- CreateEnum
CREATE TYPE "today_picture" AS ENUM ('year', 'strength', 'effort', 'commitments', 'feelings', 'stages');

-- CreateTable
CREATE TABLE "today_layouts" (
    "user_id" UUID NOT NULL,
    "sections" "today_section"[],
    "hidden" "today_section"[],
    "pictures" "today_picture"[],

    CONSTRAINT "today_layouts_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "today_layouts" ADD CONSTRAINT "today_layouts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
