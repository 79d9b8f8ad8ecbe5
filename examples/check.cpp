#include <fstream>
#include <iostream>
#include <iterator>
#include <plancheck.hpp>
int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ifstream file(argv[1], std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::cout << plancheck::to_text(plancheck::Validator().validate(bytes, argv[1]));
}
