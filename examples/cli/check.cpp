// check: every input gets a report, whatever happens to it; reports leave in the order of the arguments, the summary
// last.
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <new>
#include <span>
#include <thread>
#include <vector>

#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "run.hpp"

namespace {

using namespace plancheck;

class Batch {
public:
    Batch(const Arguments& arguments, const Inputs& inputs)
        : arguments_(arguments),
          inputs_(inputs),
          validator_(arguments.options),
          writer_(*find_writer(arguments.format)) {
        if (OutputFolder::meant(arguments.output)) {
            folder_ = std::make_unique<OutputFolder>(arguments.output);
        } else {
            output_ = std::make_unique<Output>(arguments.output);
            framed_ = inputs.list.size() > 1 || writer_.single == nullptr;
            colour_ = arguments.output.empty() && colour_wanted();
        }
        summary_.skipped = inputs.skipped;
    }

    int run() {
        const Work work{inputs_.list.size(), [this](std::size_t i) { return examine(i); },
                        [this](std::size_t i) { return expired(i); },
                        [this](std::size_t i) { return lost(i, "crash"); },
                        [this](std::size_t i, const Result& result) { deliver(i, result); }};
        if (framed_ && writer_.whole == nullptr) output_->write(writer_.begin());
        const unsigned jobs =
            arguments_.jobs != 0 ? arguments_.jobs : std::max(1U, std::thread::hardware_concurrency());
        if (arguments_.timeout != 0) {
            run_processes(work, jobs, arguments_.timeout);
        } else {
            run_threads(work, jobs);
        }
        if (framed_ && writer_.whole == nullptr) output_->write(writer_.end(summary_, arguments_.options.language, colour_));
        if (framed_ && writer_.whole != nullptr)
            output_->write(writer_.whole(entries_, summary_, arguments_.options.language, status()));
        if (output_) output_->commit();
        return status();
    }

private:
    Result written(const Report& report) const {
        const bool entry = framed_ || writer_.single == nullptr;
        return {static_cast<std::uint8_t>(report.verdict),
                static_cast<std::uint8_t>(report.worst ? static_cast<int>(*report.worst) + 1 : 0), false,
                entry ? writer_.entry(report, colour_) : writer_.single(report, colour_)};
    }

    Result examine(std::size_t index) const {
        try {
            const Input& input = inputs_.list[index];
            auto loaded = load(input, arguments_.options.limits.file_bytes);
            if (auto* notification = std::get_if<Notification>(&loaded)) {
                const bool too_large = notification->id == "read/limit";
                Report report = validator_.unreadable(input.name, std::move(*notification));
                std::error_code unknown;  // of a pipe
                const auto size = std::filesystem::file_size(input.path, unknown);
                if (too_large && !unknown) report.bytes = size;
                return written(report);
            }
            return written(validator_.validate(std::get<std::string>(loaded), input.name));
        } catch (const std::bad_alloc&) {
            return lost(index, "memory");
        } catch (const std::exception& fault) {
            std::cerr << "plancheck: internal error at " + inputs_.list[index].name + ": " + fault.what() + '\n';
            return lost(index, "exception");
        }
    }

    Result expired(std::size_t index) const {
        const std::int64_t seconds = arguments_.timeout;
        return written(validator_.unreadable(
            inputs_.list[index].name, {"read/limit",
                                       Severity::error,
                                       {{"limit", std::string("timeout")}, {"value", seconds}, {"allowed", seconds}}}));
    }

    Result lost(std::size_t index, const char* reason) const {
        Result result = written(validator_.unreadable(
            inputs_.list[index].name, {"read/internal-error", Severity::error, {{"reason", std::string(reason)}}}));
        result.internal = true;
        return result;
    }

    void deliver(std::size_t index, const Result& result) {
        const auto verdict = static_cast<Verdict>(result.verdict);
        summary_.add(verdict);
        internal_ |= result.internal;
        found_ |= reaches(verdict, result.worst);
        const std::string& name = inputs_.list[index].name;
        if (folder_) {
            // A format whose frame depends on all documents has each of them as a batch of one.
            const bool frame = writer_.single == nullptr && writer_.whole != nullptr;
            folder_->write(name, writer_.ending, frame ? one_of(name, verdict, result) : result.text);
            return;
        }
        if (framed_ && writer_.whole != nullptr) {
            entries_.push_back({name, verdict, result.text});
            return;
        }
        if (framed_ && index != 0) output_->write(writer_.separator);
        output_->write(result.text);
    }

    std::string one_of(const std::string& name, Verdict verdict, const Result& result) const {
        Summary summary;
        summary.add(verdict);
        const WrittenEntry entry{name, verdict, result.text};
        const int status = result.internal ? Status::internal
                           : verdict == Verdict::unreadable || verdict == Verdict::not_applicable ? Status::unreadable
                           : reaches(verdict, result.worst)                                       ? Status::found
                                                                                                  : Status::clean;
        return writer_.whole(std::span(&entry, 1), summary, arguments_.options.language, status);
    }

    bool reaches(Verdict verdict, unsigned worst) const {
        switch (arguments_.fail_on) {
            case FailOn::error: return verdict == Verdict::fail;
            case FailOn::review: return verdict == Verdict::fail || verdict == Verdict::review;
            case FailOn::warning: return worst >= static_cast<unsigned>(Severity::warning) + 1;
            case FailOn::note: return worst >= static_cast<unsigned>(Severity::note) + 1;
            case FailOn::never: break;
        }
        return false;
    }

    int status() const {
        if (internal_) return Status::internal;
        if (inputs_.documents == 0) return Status::usage;
        if (summary_.unreadable + summary_.not_applicable != 0) return Status::unreadable;
        return found_ ? Status::found : Status::clean;
    }

    const Arguments& arguments_;
    const Inputs& inputs_;
    Validator validator_;
    const Writer& writer_;
    std::unique_ptr<Output> output_;
    std::unique_ptr<OutputFolder> folder_;
    Summary summary_;
    std::vector<WrittenEntry> entries_;  // only of a format whose frame depends on all of them
    bool framed_ = false, colour_ = false, internal_ = false, found_ = false;
};

}  // namespace

int check(const Arguments& arguments) {
    const Inputs inputs = expand(arguments);
    if (inputs.documents == 0) std::cerr << "plancheck: there is no document among the arguments\n";
    if (inputs.list.empty()) return Status::usage;
    // A slip of the hand must not cost the author the plan.
    std::error_code none;
    if (std::filesystem::is_regular_file(arguments.output, none))
        for (const Input& input : inputs.list)
            if (std::filesystem::equivalent(input.path, arguments.output, none))
                throw UsageError("--output " + arguments.output + " is one of the documents");
    return Batch(arguments, inputs).run();
}
