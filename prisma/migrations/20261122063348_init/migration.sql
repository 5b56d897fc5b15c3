-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "membership_role" AS ENUM ('facilitator', 'cofacilitator', 'member');

-- CreateEnum
CREATE TYPE "goal_category" AS ENUM ('applications', 'people', 'skills', 'routine');

-- CreateEnum
CREATE TYPE "rhythm" AS ENUM ('day', 'week', 'finish_line');

-- CreateEnum
CREATE TYPE "post_kind" AS ENUM ('setback', 'win', 'ask', 'progress');

-- CreateEnum
CREATE TYPE "need" AS ENUM ('listen', 'ideas', 'both');

-- CreateEnum
CREATE TYPE "encouragement_kind" AS ENUM ('with_you', 'been_there', 'brave', 'glad');

-- CreateEnum
CREATE TYPE "mailed_link_purpose" AS ENUM ('verify', 'reset');

-- CreateEnum
CREATE TYPE "setback_kind" AS ENUM ('after_applying', 'after_screening', 'after_interview', 'final_round', 'silence', 'offer_withdrawn', 'laid_off', 'passed_over');

-- CreateEnum
CREATE TYPE "theme" AS ENUM ('system', 'light', 'dark');

-- CreateEnum
CREATE TYPE "text_size" AS ENUM ('normal', 'large', 'larger');

-- CreateEnum
CREATE TYPE "font" AS ENUM ('figtree', 'reader');

-- CreateTable
CREATE TABLE "circles" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "meeting_day" SMALLINT NOT NULL,
    "meeting_time" TEXT NOT NULL,
    "video_link" TEXT,
    "agreements" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "circles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "circle_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "role" "membership_role" NOT NULL DEFAULT 'member',
    "seat" SMALLINT,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "invitation_id" UUID,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("circle_id","user_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "made_by_id" UUID NOT NULL,
    "uses" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "parked_words" (
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parked_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goals" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "category" "goal_category" NOT NULL,
    "rhythm" "rhythm" NOT NULL,
    "times" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "not_today_on" DATE,

    CONSTRAINT "goals_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "efforts" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "efforts_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "pauses" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "pauses_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "posts" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "post_kind" NOT NULL,
    "need" "need",
    "body" TEXT NOT NULL,
    "details" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "posts_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateTable
CREATE TABLE "replies" (
    "circle_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "replies_pkey" PRIMARY KEY ("circle_id","id")
);

-- CreateTable
CREATE TABLE "encouragements" (
    "circle_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "encouragement_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "encouragements_pkey" PRIMARY KEY ("circle_id","post_id","member_id","kind")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailed_links" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "mailed_link_purpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailed_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "setbacks" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "happened" TEXT NOT NULL,
    "kind" "setback_kind",
    "company" TEXT,
    "role" TEXT,
    "industry" TEXT,
    "stage" TEXT,
    "source" TEXT,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "setbacks_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "feelings" (
    "user_id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "strength" SMALLINT NOT NULL,

    CONSTRAINT "feelings_pkey" PRIMARY KEY ("user_id","setback_id","word")
);

-- CreateTable
CREATE TABLE "shares" (
    "user_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "circle_id" UUID NOT NULL,
    "setback_id" UUID,
    "win_id" UUID,
    "goal_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("user_id","post_id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "adult_said_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "theme" "theme" NOT NULL DEFAULT 'system',
    "text_size" "text_size" NOT NULL DEFAULT 'normal',
    "font" "font" NOT NULL DEFAULT 'figtree',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wins" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "wins_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_circle_id_seat_key" ON "memberships"("circle_id", "seat");

-- CreateIndex
CREATE INDEX "parked_words_expires_at_idx" ON "parked_words"("expires_at");

-- CreateIndex
CREATE INDEX "efforts_user_id_goal_id_day_idx" ON "efforts"("user_id", "goal_id", "day");

-- CreateIndex
CREATE INDEX "efforts_user_id_day_idx" ON "efforts"("user_id", "day");

-- CreateIndex
CREATE INDEX "pauses_user_id_goal_id_idx" ON "pauses"("user_id", "goal_id");

-- CreateIndex
CREATE INDEX "posts_circle_id_created_at_id_idx" ON "posts"("circle_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "replies_circle_id_post_id_created_at_id_idx" ON "replies"("circle_id", "post_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "mailed_links_user_id_idx" ON "mailed_links"("user_id");

-- CreateIndex
CREATE INDEX "setbacks_user_id_day_id_idx" ON "setbacks"("user_id", "day" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shares_user_id_setback_id_idx" ON "shares"("user_id", "setback_id");

-- CreateIndex
CREATE INDEX "users_email_idx" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_confirmed_email_key" ON "users"("email") WHERE (verified_at is not null);

-- CreateIndex
CREATE INDEX "wins_user_id_day_id_idx" ON "wins"("user_id", "day" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_circle_id_invitation_id_fkey" FOREIGN KEY ("circle_id", "invitation_id") REFERENCES "invitations"("circle_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_circle_id_made_by_id_fkey" FOREIGN KEY ("circle_id", "made_by_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goals" ADD CONSTRAINT "goals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "efforts" ADD CONSTRAINT "efforts_user_id_goal_id_fkey" FOREIGN KEY ("user_id", "goal_id") REFERENCES "goals"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_user_id_goal_id_fkey" FOREIGN KEY ("user_id", "goal_id") REFERENCES "goals"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_circle_id_author_id_fkey" FOREIGN KEY ("circle_id", "author_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replies" ADD CONSTRAINT "replies_circle_id_post_id_fkey" FOREIGN KEY ("circle_id", "post_id") REFERENCES "posts"("circle_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replies" ADD CONSTRAINT "replies_circle_id_author_id_fkey" FOREIGN KEY ("circle_id", "author_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encouragements" ADD CONSTRAINT "encouragements_circle_id_post_id_fkey" FOREIGN KEY ("circle_id", "post_id") REFERENCES "posts"("circle_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "encouragements" ADD CONSTRAINT "encouragements_circle_id_member_id_fkey" FOREIGN KEY ("circle_id", "member_id") REFERENCES "memberships"("circle_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailed_links" ADD CONSTRAINT "mailed_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setbacks" ADD CONSTRAINT "setbacks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feelings" ADD CONSTRAINT "feelings_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_win_id_fkey" FOREIGN KEY ("user_id", "win_id") REFERENCES "wins"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_user_id_goal_id_fkey" FOREIGN KEY ("user_id", "goal_id") REFERENCES "goals"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wins" ADD CONSTRAINT "wins_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

-- Eight seats and never a ninth: a seat has a number, a number is given once, and whoever left has none.
ALTER TABLE "memberships"
  ADD CONSTRAINT "a_circle_has_eight_seats" CHECK ("seat" BETWEEN 1 AND 8),
  ADD CONSTRAINT "whoever_is_here_has_a_seat" CHECK (("seat" IS NULL) = ("left_at" IS NOT NULL)),
  ADD CONSTRAINT "whoever_was_removed_has_left" CHECK ("removed_at" IS NULL OR "left_at" IS NOT NULL);
ALTER TABLE "circles" ADD CONSTRAINT "a_meeting_day_is_a_weekday" CHECK ("meeting_day" BETWEEN 1 AND 7);
ALTER TABLE "invitations" ADD CONSTRAINT "an_invitation_is_for_someone" CHECK ("uses" BETWEEN 1 AND 8);
ALTER TABLE "feelings" ADD CONSTRAINT "a_strength_goes_to_ten" CHECK ("strength" BETWEEN 0 AND 10);
ALTER TABLE "goals" ADD CONSTRAINT "a_goal_is_for_some_times" CHECK ("times" BETWEEN 1 AND 1000);
