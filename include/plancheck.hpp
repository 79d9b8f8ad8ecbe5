// plancheck: reads a plan, recognises its template's structure, checks every requirement, reports with the clause.
//
//   bytes ─ read() ─► Document ─ recognise() ─► Outline ─ interpret() ─► Plan ─ checks ─► Report ─ to_text(), to_json()
//
//   plancheck::Validator validator;                       // once: template, languages, options
//   auto report = validator.validate(bytes, "plan.docx"); // any number of times, from any number of threads
//   std::cout << plancheck::to_text(report);
#pragma once

#include "plancheck/diagnostic.hpp"
#include "plancheck/document.hpp"
#include "plancheck/error.hpp"
#include "plancheck/outline.hpp"
#include "plancheck/plan.hpp"
#include "plancheck/report.hpp"
#include "plancheck/template.hpp"
#include "plancheck/validator.hpp"
