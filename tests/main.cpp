// The one place that names the test module; it makes Boost's main().
#define BOOST_TEST_MODULE plancheck
#include <boost/test/unit_test.hpp>
