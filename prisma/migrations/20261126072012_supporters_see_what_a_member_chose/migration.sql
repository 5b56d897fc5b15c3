-- CreateTable
CREATE TABLE "supporter_links" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "called" TEXT NOT NULL,
    "all_goals" BOOLEAN NOT NULL,
    "wins" BOOLEAN NOT NULL,
    "names_shown" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "supporter_links_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "supporter_goals" (
    "user_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,

    CONSTRAINT "supporter_goals_pkey" PRIMARY KEY ("user_id","link_id","goal_id")
);

-- CreateTable
CREATE TABLE "supporter_setbacks" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "shown" TEXT NOT NULL,

    CONSTRAINT "supporter_setbacks_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "supporter_visits" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "visited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supporter_visits_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "supporter_notes" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "supporter_notes_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "supporter_links_token_hash_key" ON "supporter_links"("token_hash");

-- CreateIndex
CREATE INDEX "supporter_goals_user_id_goal_id_idx" ON "supporter_goals"("user_id", "goal_id");

-- CreateIndex
CREATE INDEX "supporter_setbacks_user_id_setback_id_idx" ON "supporter_setbacks"("user_id", "setback_id");

-- CreateIndex
CREATE UNIQUE INDEX "supporter_setbacks_user_id_link_id_setback_id_key" ON "supporter_setbacks"("user_id", "link_id", "setback_id");

-- CreateIndex
CREATE INDEX "supporter_visits_user_id_link_id_visited_at_idx" ON "supporter_visits"("user_id", "link_id", "visited_at" DESC);

-- CreateIndex
CREATE INDEX "supporter_notes_user_id_link_id_idx" ON "supporter_notes"("user_id", "link_id");

-- AddForeignKey
ALTER TABLE "supporter_links" ADD CONSTRAINT "supporter_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_goals" ADD CONSTRAINT "supporter_goals_user_id_link_id_fkey" FOREIGN KEY ("user_id", "link_id") REFERENCES "supporter_links"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_goals" ADD CONSTRAINT "supporter_goals_user_id_goal_id_fkey" FOREIGN KEY ("user_id", "goal_id") REFERENCES "goals"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_setbacks" ADD CONSTRAINT "supporter_setbacks_user_id_link_id_fkey" FOREIGN KEY ("user_id", "link_id") REFERENCES "supporter_links"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_setbacks" ADD CONSTRAINT "supporter_setbacks_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_visits" ADD CONSTRAINT "supporter_visits_user_id_link_id_fkey" FOREIGN KEY ("user_id", "link_id") REFERENCES "supporter_links"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supporter_notes" ADD CONSTRAINT "supporter_notes_user_id_link_id_fkey" FOREIGN KEY ("user_id", "link_id") REFERENCES "supporter_links"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
