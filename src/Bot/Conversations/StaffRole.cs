namespace Bot.Conversations;

internal enum StaffRole
{
    Manager,
    Coordinator,
    Administrator,
}
