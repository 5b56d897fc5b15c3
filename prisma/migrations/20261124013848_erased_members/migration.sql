-- CreateTable
CREATE TABLE "erased_members" (
    "id_hash" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erased_members_pkey" PRIMARY KEY ("id_hash")
);
