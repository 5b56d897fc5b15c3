-- AlterTable
ALTER TABLE "if_then_plans" ADD COLUMN     "obstacle" TEXT;

-- AlterTable
ALTER TABLE "learning_plans" ADD COLUMN     "step_details" TEXT;

-- CreateTable
CREATE TABLE "planned_steps" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "place" TEXT,
    "day" DATE NOT NULL,
    "time" TEXT,
    "minutes" SMALLINT,
    "goal_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "planned_steps_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "wishes" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "wish" TEXT NOT NULL,
    "outcome" TEXT,
    "obstacle" TEXT,
    "plan_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "wishes_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "planned_steps_user_id_day_idx" ON "planned_steps"("user_id", "day");

-- AddForeignKey
ALTER TABLE "planned_steps" ADD CONSTRAINT "planned_steps_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
