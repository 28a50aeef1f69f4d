#include "operations/publish_outputs.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace git_session {
namespace {

constexpr size_t most_workers = 4;

/// Lets the others work while this one waits for the site.
class TurnTakingChannel : public SiteChannel {
 public:
  TurnTakingChannel(SiteChannel& channel, std::unique_lock<std::mutex>& turn)
      : channel_(channel), turn_(turn) {}

  HttpResponse send(const SiteRequest& request) override {
    const Pause pause(turn_);
    return channel_.send(request);
  }

 private:
  class Pause {
   public:
    explicit Pause(std::unique_lock<std::mutex>& turn) : turn_(turn) { turn_.unlock(); }
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;
    ~Pause() { turn_.lock(); }

   private:
    std::unique_lock<std::mutex>& turn_;
  };

  SiteChannel& channel_;
  std::unique_lock<std::mutex>& turn_;
};

class Batch {
 public:
  Batch(const Workspace& workspace, const SessionLocation& location, const PublishAccess& access,
        const std::vector<PublishRequest>& requests, const std::function<void(size_t)>& on_done)
      : workspace_(workspace),
        location_(location),
        access_(access),
        requests_(requests),
        on_done_(on_done),
        results_(requests.size()) {
    for (size_t i = 0; i < requests.size(); ++i) results_[i].file = requests[i].file;
  }

  std::vector<PublishedOutput> run() {
    std::vector<size_t> all(requests_.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = i;
    publish(std::move(all));
    publish(with_new_links());
    return std::move(results_);
  }

 private:
  void publish(std::vector<size_t> places) {
    places_ = std::move(places);
    next_ = 0;
    done_ = 0;
    std::vector<std::thread> helpers;
    try {
      for (size_t i = 1; i < std::min(places_.size(), most_workers); ++i)
        helpers.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // No more threads to be had: those there are do it.
    }
    work();
    for (std::thread& helper : helpers) helper.join();
  }

  void work() {
    std::unique_lock turn(mutex_);
    std::unique_ptr<SiteChannel> channel;
    while (next_ < places_.size() && !is_login_refused_) {
      const size_t place = places_[next_++];
      try {
        if (!channel) channel = access_.open();
        publish_one(place, *channel, turn);
      } catch (const SecretsFound& error) {
        results_[place].failure = error;
        results_[place].secrets = error.report();
      } catch (const Error& error) {
        is_login_refused_ = is_login_refused_ || error.reason() == "site-login";
        results_[place].failure = error;
      } catch (const std::exception& error) {
        results_[place].failure = Error(ErrorKind::internal, error.what());
      }
      on_done_(++done_);
    }
  }

  void publish_one(size_t place, SiteChannel& channel, std::unique_lock<std::mutex>& turn) {
    TurnTakingChannel in_turn(channel, turn);
    const auto site = make_site(access_, in_turn);
    PublishReport report = publish_output(
        workspace_, location_, {*site, access_.address, access_.editor}, requests_[place]);
    results_[place].secrets = report.page.secrets;
    // Of a second round the first result counts: what is new is the text of its links.
    if (auto& earlier = results_[place].report; earlier && !report.refusal) {
      report.result = earlier->result;
      report.attached += earlier->attached;
    }
    results_[place].report = std::move(report);
  }

  /// Those that would be other pages now that the ones they link to are there.
  std::vector<size_t> with_new_links() {
    std::vector<size_t> places;
    const bool has_new = std::any_of(results_.begin(), results_.end(), [](const auto& result) {
      return result.report && result.report->promotion &&
             result.report->result == PublishResult::created;
    });
    if (requests_.size() < 2 || !has_new) return places;
    for (size_t i = 0; i < results_.size(); ++i) {
      if (!results_[i].report || !results_[i].report->promotion) continue;
      try {
        const PreparedPage page = prepare_page(workspace_, location_, requests_[i].file,
                                               requests_[i].target.title, access_.editor);
        if (page.conversion.storage != results_[i].report->page.conversion.storage)
          places.push_back(i);
      } catch (const Error&) {
        // It is published; that it is gone meanwhile is no matter of links.
      }
    }
    return places;
  }

  const Workspace& workspace_;
  const SessionLocation& location_;
  const PublishAccess& access_;
  const std::vector<PublishRequest>& requests_;
  const std::function<void(size_t)>& on_done_;
  std::mutex mutex_;  ///< guards all that follows, and the workspace
  std::vector<size_t> places_;
  size_t next_ = 0;
  size_t done_ = 0;
  bool is_login_refused_ = false;
  std::vector<PublishedOutput> results_;
};

}  // namespace

std::unique_ptr<confluence::Site> make_site(const PublishAccess& access, SiteChannel& channel) {
  return access.editor == confluence::Editor::current
             ? confluence::make_cloud_site(channel, access.address)
             : confluence::make_data_center_site(channel, access.address);
}

std::vector<PublishedOutput> publish_outputs(const Workspace& workspace,
                                             const SessionLocation& location,
                                             const PublishAccess& access,
                                             const std::vector<PublishRequest>& requests,
                                             const std::function<void(size_t done)>& on_done) {
  return Batch(workspace, location, access, requests, on_done).run();
}

}  // namespace git_session
