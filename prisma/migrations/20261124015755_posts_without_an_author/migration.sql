-- Contracts: since 0.1.0 (no version is older) a post may be without an author, and a circle without its opener.

-- AlterTable
ALTER TABLE "circles" ALTER COLUMN "opened_by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "posts" ALTER COLUMN "author_id" DROP NOT NULL;
