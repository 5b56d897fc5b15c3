-- CreateEnum
CREATE TYPE "better_by" AS ENUM ('replies', 'screenings', 'invitations');

-- CreateEnum
CREATE TYPE "experiment_verdict" AS ENUM ('keep', 'drop', 'again');

-- CreateEnum
CREATE TYPE "artefact" AS ENUM ('resume', 'cover_letter', 'interview');

-- CreateEnum
CREATE TYPE "feedback_from" AS ENUM ('employer', 'recruiter', 'peer');

-- CreateEnum
CREATE TYPE "firing_outcome" AS ENUM ('done', 'not_today');

-- CreateEnum
CREATE TYPE "reason_said_by" AS ENUM ('employer', 'me', 'unknown');

-- CreateEnum
CREATE TYPE "reason_whose" AS ENUM ('mine', 'theirs', 'chance');

-- CreateEnum
CREATE TYPE "setback_phase" AS ENUM ('feel', 'reframe', 'learn', 'act');

-- CreateEnum
CREATE TYPE "exercise_kind" AS ENUM ('kind_letter', 'common_ground', 'what_matters');

-- AlterTable
ALTER TABLE "setbacks" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "farewell" TEXT,
ADD COLUMN     "page" TEXT,
ADD COLUMN     "phase" "setback_phase" NOT NULL DEFAULT 'feel';

-- AlterTable
-- Who joined before has words that lie open; whoever joins from now on has none.
ALTER TABLE "users" ADD COLUMN     "data_key" TEXT,
ADD COLUMN     "sealed_at" TIMESTAMPTZ(3);
ALTER TABLE "users" ALTER COLUMN "sealed_at" SET DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "debriefs" (
    "user_id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "went_well" TEXT,
    "differently" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debriefs_pkey" PRIMARY KEY ("user_id","setback_id")
);

-- CreateTable
CREATE TABLE "practice_questions" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setback_id" UUID,
    "question" TEXT NOT NULL,
    "practised_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_questions_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "experiments" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "change" TEXT NOT NULL,
    "better" "better_by" NOT NULL,
    "cases" SMALLINT,
    "until_day" DATE,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "verdict" "experiment_verdict",
    "lesson" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "experiments_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "experiment_cases" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "experiment_id" UUID NOT NULL,
    "is_better" BOOLEAN NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "experiment_cases_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "feedback_requests" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setback_id" UUID,
    "artefact" "artefact" NOT NULL,
    "asked_of" "feedback_from" NOT NULL,
    "name" TEXT,
    "subject" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "asked_on" DATE,
    "follow_up_on" DATE,
    "followed_up_on" DATE,
    "answered_on" DATE,
    "silent_on" DATE,
    "answer" TEXT,
    "lesson" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_requests_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "feedback_templates" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "artefact" "artefact" NOT NULL,
    "asked_of" "feedback_from" NOT NULL,
    "subject" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "feedback_templates_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "if_then_plans" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "setback_kind",
    "stage" TEXT,
    "feeling" TEXT,
    "step" TEXT NOT NULL,
    "rehearsed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "if_then_plans_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "plan_firings" (
    "user_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "outcome" "firing_outcome",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_firings_pkey" PRIMARY KEY ("user_id","setback_id","plan_id")
);

-- CreateTable
CREATE TABLE "jar_entries" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "origin" TEXT,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "jar_entries_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "learning_plans" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "skill" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "done_steps" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
    "goal_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "learning_plans_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "reasons" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "said_by" "reason_said_by" NOT NULL,
    "whose" "reason_whose",
    "let_go_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "reasons_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "reframes" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "thought" TEXT NOT NULL,
    "trap" TEXT,
    "evidence_for" TEXT,
    "evidence_against" TEXT,
    "fairer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "reframes_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "reframe_feelings" (
    "user_id" UUID NOT NULL,
    "reframe_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "before" SMALLINT NOT NULL,
    "after" SMALLINT,

    CONSTRAINT "reframe_feelings_pkey" PRIMARY KEY ("user_id","reframe_id","word")
);

-- CreateTable
CREATE TABLE "writing_sessions" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "seconds_left" SMALLINT NOT NULL,
    "running_from" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "writing_sessions_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "exercises" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setback_id" UUID NOT NULL,
    "kind" "exercise_kind" NOT NULL,
    "answers" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exercises_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "experiment_cases_user_id_experiment_id_id_idx" ON "experiment_cases"("user_id", "experiment_id", "id");

-- CreateIndex
CREATE INDEX "feedback_requests_user_id_setback_id_idx" ON "feedback_requests"("user_id", "setback_id");

-- CreateIndex
CREATE INDEX "plan_firings_user_id_plan_id_idx" ON "plan_firings"("user_id", "plan_id");

-- CreateIndex
CREATE INDEX "reasons_user_id_setback_id_id_idx" ON "reasons"("user_id", "setback_id", "id");

-- CreateIndex
CREATE INDEX "reframes_user_id_setback_id_id_idx" ON "reframes"("user_id", "setback_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "writing_sessions_user_id_setback_id_day_key" ON "writing_sessions"("user_id", "setback_id", "day");

-- CreateIndex
CREATE INDEX "exercises_user_id_setback_id_id_idx" ON "exercises"("user_id", "setback_id", "id");

-- AddForeignKey
ALTER TABLE "debriefs" ADD CONSTRAINT "debriefs_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_questions" ADD CONSTRAINT "practice_questions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment_cases" ADD CONSTRAINT "experiment_cases_user_id_experiment_id_fkey" FOREIGN KEY ("user_id", "experiment_id") REFERENCES "experiments"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_requests" ADD CONSTRAINT "feedback_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_templates" ADD CONSTRAINT "feedback_templates_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "if_then_plans" ADD CONSTRAINT "if_then_plans_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_firings" ADD CONSTRAINT "plan_firings_user_id_plan_id_fkey" FOREIGN KEY ("user_id", "plan_id") REFERENCES "if_then_plans"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_firings" ADD CONSTRAINT "plan_firings_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jar_entries" ADD CONSTRAINT "jar_entries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_plans" ADD CONSTRAINT "learning_plans_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reframes" ADD CONSTRAINT "reframes_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reframe_feelings" ADD CONSTRAINT "reframe_feelings_user_id_reframe_id_fkey" FOREIGN KEY ("user_id", "reframe_id") REFERENCES "reframes"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "writing_sessions" ADD CONSTRAINT "writing_sessions_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercises" ADD CONSTRAINT "exercises_user_id_setback_id_fkey" FOREIGN KEY ("user_id", "setback_id") REFERENCES "setbacks"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
