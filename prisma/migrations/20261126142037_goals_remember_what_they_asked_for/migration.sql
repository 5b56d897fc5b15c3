-- CreateTable
CREATE TABLE "former_rhythms" (
    "user_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "until" DATE NOT NULL,
    "rhythm" "rhythm" NOT NULL,
    "times" SMALLINT NOT NULL,
    "unit" "goal_unit" NOT NULL,
    "usual" SMALLINT NOT NULL,
    "every_days" SMALLINT,
    "weekdays" SMALLINT[],

    CONSTRAINT "former_rhythms_pkey" PRIMARY KEY ("user_id","goal_id","until")
);

-- AddForeignKey
ALTER TABLE "former_rhythms" ADD CONSTRAINT "former_rhythms_user_id_goal_id_fkey" FOREIGN KEY ("user_id", "goal_id") REFERENCES "goals"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
