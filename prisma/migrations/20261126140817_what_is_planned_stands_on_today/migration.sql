-- AlterEnum
ALTER TYPE "today_section" ADD VALUE 'planned';
