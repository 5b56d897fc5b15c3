-- AlterTable
ALTER TABLE "circles" ALTER COLUMN "opened_by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "posts" ALTER COLUMN "author_id" DROP NOT NULL;
