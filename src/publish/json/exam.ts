// exam.yaml → the exam and the blueprint of the published bank, with keys in the schema's order whatever the author's.
import type { Blueprint, ExamFile, Format, PublishedExam } from "../../model/types.gen.ts";

/** All of exam.yaml but the blueprint, which stands beside it. */
export function publishExam(exam: ExamFile): PublishedExam {
  const { code, title, vendor, language, edition, license, feedback } = exam;
  const format = publishFormat(exam.format);
  const notices = (exam.notices ?? []).map(({ date, text }) => ({ date, text }));
  const entry = { code, title, vendor, language, edition, format, license, notices };
  return feedback === undefined ? entry : { ...entry, feedback };
}

function publishFormat({ scored, unscored, minutes, passing, scale, types }: Format): Format {
  return {
    scored,
    ...(unscored === undefined ? {} : { unscored }),
    minutes,
    ...(passing === undefined ? {} : { passing }),
    ...(scale === undefined ? {} : { scale: { min: scale.min, max: scale.max } }),
    types,
  };
}

export function publishBlueprint({ version, source, checked, domains }: Blueprint): Blueprint {
  return {
    version,
    source,
    checked,
    domains: domains.map(({ id, title, weight, tasks }) => ({
      id,
      title,
      weight,
      tasks: tasks.map((task) => ({ id: task.id, title: task.title })),
    })),
  };
}
