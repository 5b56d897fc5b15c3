-- CreateTable
CREATE TABLE "arrivals" (
    "circle_id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "arrivals_pkey" PRIMARY KEY ("circle_id","invitation_id","user_id")
);

-- CreateIndex
CREATE INDEX "arrivals_circle_id_user_id_idx" ON "arrivals"("circle_id", "user_id");

-- AddForeignKey
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_circle_id_invitation_id_fkey" FOREIGN KEY ("circle_id", "invitation_id") REFERENCES "invitations"("circle_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_circle_id_user_id_fkey" FOREIGN KEY ("circle_id", "user_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever came by an invitation so far is one of its uses. Once policies are there, only onward_system sees
-- everybody; before, where a backup of an older version is just being restored, whoever owns the table does.
DO $$
BEGIN
    IF has_table_privilege('onward_system', 'memberships', 'SELECT') THEN
        GRANT INSERT ON "arrivals" TO onward_system;
        SET LOCAL ROLE onward_system;
    END IF;
    INSERT INTO "arrivals" ("circle_id", "invitation_id", "user_id", "created_at")
    SELECT "circle_id", "invitation_id", "user_id", "joined_at" FROM "memberships" WHERE "invitation_id" IS NOT NULL;
    SET LOCAL ROLE onward_owner;
END $$;
