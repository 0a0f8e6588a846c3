#pragma once
// 패킷 번호를 구조체 안에 둔다

#pragma pack(push, 1)
struct Login
{
	static constexpr unsigned char TYPE = 1;
	static const int LIMIT = 8 * 8;
	enum { FLAGS = 3, };
	enum class Result : short { Ok, Full = 100, Taken };

	unsigned char size = sizeof(Login);
	unsigned char type = TYPE;
	Result result = Result::Full;
	unsigned char cells[LIMIT / FLAGS];
};

class Logout
{
public:
	static const unsigned char TYPE = Login::TYPE + 1;
	Logout() : size_(sizeof(Logout)), type_(TYPE) {}
	int id() const { return id_; }
	void setId(int id) { id_ = id; }
	static Logout of(int id) { Logout l; l.id_ = id; return l; }
	bool operator==(const Logout& other) const { return id_ == other.id_; }
	friend struct Login;

private:
	unsigned char size_;
	unsigned char type_;
	int id_ = -1;
};
#pragma pack(pop)
